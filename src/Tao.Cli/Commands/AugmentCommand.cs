using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Cli.SubTasks;
using Tao.Engine.Augmentation;
using Tao.Engine.Events;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao augment</c>: an augmented copy of a data set.</summary>
internal static class AugmentCommand
{
    private static readonly Flag _dataset = new("--dataset-folder", FlagKind.Text, "The data set: a folder that holds one of images and one of KITTI's label files.") { Aliases = ["-d"], Required = true, ValueName = "FOLDER" };
    private static readonly Flag _spec = new("--augmentation-proto", FlagKind.Text, "The spec file, an AugmentationConfig.") { Aliases = ["-a"], Required = true, ValueName = "FILE" };
    private static readonly Flag _output = new("--output-dataset", FlagKind.Text, "The folder to write, with images/ and labels/; one from an earlier run is replaced.") { Aliases = ["-o"], Required = true, ValueName = "FOLDER" };
    private static readonly Flag _batch = new("--batch_size", FlagKind.Integer, "Images at a time.") { Aliases = ["-b"], NoEffect = "every core works on one image." };

    public static CommandDeclaration Declaration { get; } = new("augment", "Writes a turned, recoloured or blurred copy of a data set in KITTI's format, boxes and all.")
    {
        Flags = [_dataset, _spec, _output, _batch, CommonFlags.LogFile, CommonFlags.Verbose],
        Notes = "The operations have fixed settings, so each image gives one. Images that partition_config leaves out are only brought to the output size. "
            + "The label columns of the third dimension are copied as they are.",
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var flags = invocation.Flags;
        var spec = context.FullPath(flags.Text(_spec)!);
        return RunReport.Show(context, "augment", flags.Text(CommonFlags.LogFile), sink =>
        {
            try
            {
                new AugmentationRun(context.FullPath(flags.Text(_dataset)!), spec, context.FullPath(flags.Text(_output)!), sink, context.Clock).Run(context.Stop.Graceful);
                return ExitCode.Success;
            }
            catch (TaoException mistakes)
            {
                foreach (var diagnostic in mistakes.Diagnostics)
                    sink.Publish(DiagnosticEvent.From(diagnostic));
                return ExitCode.UserError;
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Cancelled;
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                sink.Publish(new DiagnosticEvent(CliCodes.CannotWrite, "error", unwritable.Message, "Free some space, or choose an output folder that you may write to.", null, null, null));
                return ExitCode.UserError;
            }
        });
    }
}
