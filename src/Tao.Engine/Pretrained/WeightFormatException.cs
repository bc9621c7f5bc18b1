namespace Tao.Engine.Pretrained;

/// <summary>What is wrong inside a weight file. <see cref="WeightSource"/> adds the file's name and makes it the user's error.</summary>
/// <param name="code">TAO3003 for a damaged file, TAO3004 for a pickle that asks for code.</param>
internal sealed class WeightFormatException(string message, string code = WeightErrors.Damaged) : Exception(message)
{
    public string Code { get; } = code;
}
