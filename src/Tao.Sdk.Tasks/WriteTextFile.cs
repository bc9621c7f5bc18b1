using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>Writes a text only when it changes, so that a target can have a property among its inputs.</summary>
public sealed class WriteTextFile : Task
{
    /// <summary>An absolute path.</summary>
    [Required]
    public string File { get; set; } = "";

    public string Text { get; set; } = "";

    public override bool Execute()
    {
        AtomicFile.WriteIfChanged(File, Text + "\n");
        return true;
    }
}
