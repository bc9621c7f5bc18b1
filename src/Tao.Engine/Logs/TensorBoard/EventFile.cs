using System.Globalization;
using Google.Protobuf;
using Tao.Data.Records;
using Tao.Imaging;

namespace Tao.Engine.Logs.TensorBoard;

/// <summary>
/// A TensorBoard event file: TFRecords of <c>tensorflow.Event</c> messages (tensorflow/core/util/event.proto and framework/summary.proto).
/// What is written is in the file at once, so that a running training can be looked at.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly TfRecordWriter _writer;
    private readonly TimeProvider _clock;

    /// <summary>Makes a new file in the folder; TensorBoard reads all files of a folder as one run.</summary>
    public EventFile(string folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        _clock = clock;
        _stream = Create(folder, clock);
        _writer = new TfRecordWriter(_stream);
        Write(step: null, output =>
        {
            output.WriteTag(EventFields.FileVersion, WireFormat.WireType.LengthDelimited);
            output.WriteString("brain.Event:2");
        });
    }

    public void Scalar(string tag, long step, float value) => Summary(tag, step, output =>
    {
        output.WriteTag(EventFields.SimpleValue, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    });

    public void Picture(string tag, long step, Image image) => Summary(tag, step, output =>
    {
        byte[] png = ImageCodec.EncodePng(image);
        output.WriteTag(EventFields.Image, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(Message(picture =>
        {
            foreach (var (field, value) in new[] { (1, image.Height), (2, image.Width), (3, image.Channels) })
            {
                picture.WriteTag(field, WireFormat.WireType.Varint);
                picture.WriteInt32(value);
            }
            picture.WriteTag(EventFields.EncodedImage, WireFormat.WireType.LengthDelimited);
            picture.WriteBytes(ByteString.CopyFrom(png));
        }));
    });

    public void Histogram(string tag, long step, EventHistogram histogram) => Summary(tag, step, output =>
    {
        output.WriteTag(EventFields.Histogram, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(Message(histogram.WriteTo));
    });

    public void Dispose() => _stream.Dispose();

    private static FileStream Create(string folder, TimeProvider clock)
    {
        long seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        for (int number = 0; ; number++)
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds:D10}.tao.{number}"));
            if (!File.Exists(path))
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
    }

    private void Summary(string tag, long step, Action<CodedOutputStream> writeValue) => Write(step, output =>
    {
        var value = Message(content =>
        {
            content.WriteTag(EventFields.Tag, WireFormat.WireType.LengthDelimited);
            content.WriteString(tag);
            writeValue(content);
        });
        output.WriteTag(EventFields.Summary, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(Message(summary =>
        {
            summary.WriteTag(EventFields.Value, WireFormat.WireType.LengthDelimited);
            summary.WriteBytes(value);
        }));
    });

    private void Write(long? step, Action<CodedOutputStream> writeContent)
    {
        var record = Message(output =>
        {
            output.WriteTag(EventFields.WallTime, WireFormat.WireType.Fixed64);
            output.WriteDouble(_clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
            if (step is { } number)
            {
                output.WriteTag(EventFields.Step, WireFormat.WireType.Varint);
                output.WriteInt64(number);
            }
            writeContent(output);
        });
        _writer.Write(record.Span);
        _stream.Flush();
    }

    private static ByteString Message(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
            write(output);
        return ByteString.CopyFrom(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }
}
