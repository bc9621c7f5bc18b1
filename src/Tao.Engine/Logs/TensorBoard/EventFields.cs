namespace Tao.Engine.Logs.TensorBoard;

/// <summary>Field numbers of TensorFlow's event and summary messages.</summary>
internal static class EventFields
{
    public const int WallTime = 1;
    public const int Step = 2;
    public const int FileVersion = 3;
    public const int Summary = 5;

    /// <summary>Of Summary.</summary>
    public const int Value = 1;

    /// <summary>Of Summary.Value, and the four below.</summary>
    public const int Tag = 1;
    public const int SimpleValue = 2;
    public const int Image = 4;
    public const int Histogram = 5;

    /// <summary>Of Summary.Image.</summary>
    public const int EncodedImage = 4;
}
