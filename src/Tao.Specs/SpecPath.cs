using System.Globalization;

namespace Tao.Specs;

/// <summary>Dotted paths of bound values: <c>train_config.optimizer.sgd.lr</c>, <c>freeze_blocks[0]</c>, <c>image_mean[r]</c>.</summary>
public static class SpecPath
{
    public static string Join(string message, string field) => message.Length == 0 ? field : $"{message}.{field}";

    public static string Item(string field, int index) => $"{field}[{index.ToString(CultureInfo.InvariantCulture)}]";

    public static string Key(string field, string key) => $"{field}[{key}]";
}
