#:property PublishAot=false
#:property ImplicitUsings=enable
#:property Nullable=enable
// Draws street scenes with cars, vans and pedestrians, and KITTI's label files: a data set on which a small detector learns in a few minutes. The same
// arguments draw the same bytes on every machine.
using System.Globalization;
using System.Text;

string root = args[0];
(string Folder, int Count, uint Seed)[] splits = [("train", 280, 1), ("val", 70, 2)];
foreach (var (folder, count, seed) in splits)
{
    string images = Directory.CreateDirectory(Path.Combine(root, folder, "image_2")).FullName;
    string labels = Directory.CreateDirectory(Path.Combine(root, folder, "label_2")).FullName;
    for (int i = 0; i < count; i++)
    {
        var scene = Scene.Draw(new Numbers((seed << 20) + (uint)i));
        string name = i.ToString("D6", CultureInfo.InvariantCulture);
        File.WriteAllBytes(Path.Combine(images, name + ".bmp"), scene.Canvas.ToBitmap());
        File.WriteAllText(Path.Combine(labels, name + ".txt"), scene.Labels);
    }
}

/// <summary>One picture with its objects, the far ones first, so that near ones hide them.</summary>
internal sealed class Scene
{
    private const int Width = 192;
    private const int Height = 96;
    private const double Horizon = 34;

    private readonly List<(string Name, double X1, double Y1, double X2, double Y2)> _objects = [];

    public Canvas Canvas { get; } = new(Width, Height);

    /// <summary>Fifteen columns a line: what a drawing cannot know is KITTI's "unknown".</summary>
    public string Labels
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, x1, y1, x2, y2) in _objects)
            {
                double left = Math.Max(0, x1), right = Math.Min(Width, x2), truncation = 1 - ((right - left) / (x2 - x1));
                text.Append(CultureInfo.InvariantCulture, $"{name} {truncation:F2} 0 -10 {left:F2} {y1:F2} {right:F2} {Math.Min(Height, y2):F2} -1 -1 -1 -1000 -1000 -1000 -10\n");
            }

            return text.ToString();
        }
    }

    public static Scene Draw(Numbers random)
    {
        var scene = new Scene();
        scene.DrawStreet(random);
        int count = 1 + (int)(random.Next() * 4);
        double[] depths = [.. Enumerable.Range(0, count).Select(_ => random.Next()).Order()];
        foreach (double depth in depths)
            scene.DrawObject(random, depth);
        return scene;
    }

    private void DrawStreet(Numbers random)
    {
        double light = 0.6 + (0.4 * random.Next());
        for (int y = 0; y < Height; y++)
        {
            double share = y < Horizon ? y / Horizon : (y - Horizon) / (Height - Horizon);
            var colour = y < Horizon ? new Colour(110 + (60 * share), 150 + (40 * share), 210) : new Colour(70 + (20 * share), 75 + (20 * share), 70 + (20 * share));
            Canvas.Fill(0, y, Width, y + 1, colour.Times(light));
        }

        for (double x = 0; x < Width;)
        {
            double width = 14 + (26 * random.Next()), height = 8 + (22 * random.Next());
            var wall = new Colour(90 + (80 * random.Next()), 80 + (70 * random.Next()), 75 + (60 * random.Next())).Times(light);
            Canvas.Fill(x, Horizon - height, x + width, Horizon, wall);
            x += width;
        }

        for (double y = Horizon + 4; y < Height; y *= 1.16)
            Canvas.Fill((Width / 2.0) - 1 - ((y - Horizon) / 20), y, (Width / 2.0) + 1 + ((y - Horizon) / 20), y + 2 + ((y - Horizon) / 12), new Colour(200, 200, 190).Times(light));
    }

    private void DrawObject(Numbers random, double depth)
    {
        double size = 0.35 + (0.65 * depth * depth), ground = Horizon + 6 + ((Height - Horizon - 10) * depth * depth);
        double centre = Width * random.Next();
        var paint = new Colour(60 + (190 * random.Next()), 50 + (180 * random.Next()), 50 + (190 * random.Next()));
        double kind = random.Next();
        if (kind < 0.4)
            Add("Pedestrian", centre, ground, 13 * size, 40 * size, (x, y, w, h) => DrawPedestrian(x, y, w, h, paint));
        else if (kind < 0.55)
            Add("Van", centre, ground, 52 * size, 36 * size, (x, y, w, h) => DrawCar(x, y, w, h, paint, roof: 0.08));
        else
            Add("Car", centre, ground, 56 * size, 26 * size, (x, y, w, h) => DrawCar(x, y, w, h, paint, roof: 0.22));
    }

    /// <summary>An object of which less than a third would be seen is not drawn.</summary>
    private void Add(string name, double centre, double ground, double width, double height, Action<double, double, double, double> draw)
    {
        double left = centre - (width / 2), visible = Math.Min(Width, left + width) - Math.Max(0, left);
        bool isHidden = _objects.Exists(other => left < other.X2 && left + width > other.X1 && Math.Min(left + width, other.X2) - Math.Max(left, other.X1) > (other.X2 - other.X1) * 0.5);
        if (visible < width * 0.6 || isHidden)
            return;
        draw(left, ground - height, width, height);
        _objects.Add((name, left, ground - height, left + width, ground));
    }

    private void DrawCar(double x, double y, double w, double h, Colour paint, double roof)
    {
        Canvas.Fill(x + (w * roof), y, x + (w * (1 - roof)), y + (h * 0.5), paint.Times(0.85));
        Canvas.Fill(x + (w * (roof + 0.05)), y + (h * 0.08), x + (w * (0.95 - roof)), y + (h * 0.42), new Colour(40, 55, 70));
        Canvas.Fill(x, y + (h * 0.42), x + w, y + (h * 0.86), paint);
        foreach (double wheel in (double[])[0.2, 0.8])
            Canvas.Disc(x + (w * wheel), y + (h * 0.84), h * 0.16, new Colour(20, 20, 22));
        foreach (double lamp in (double[])[0, 0.94])
            Canvas.Fill(x + (w * lamp), y + (h * 0.52), x + (w * (lamp + 0.06)), y + (h * 0.64), new Colour(240, 220, 160));
    }

    private void DrawPedestrian(double x, double y, double w, double h, Colour paint)
    {
        Canvas.Disc(x + (w / 2), y + (h * 0.1), h * 0.1, new Colour(205, 160, 130));
        Canvas.Fill(x, y + (h * 0.2), x + w, y + (h * 0.58), paint);
        foreach (double leg in (double[])[0.12, 0.56])
            Canvas.Fill(x + (w * leg), y + (h * 0.58), x + (w * (leg + 0.3)), y + h, new Colour(45, 45, 65));
    }
}

internal readonly record struct Colour(double Red, double Green, double Blue)
{
    public Colour Times(double factor) => new(Red * factor, Green * factor, Blue * factor);
}

/// <summary>RGB pixels, painted with flat areas.</summary>
internal sealed class Canvas(int width, int height)
{
    private readonly byte[] _pixels = new byte[width * height * 3];

    public void Fill(double x1, double y1, double x2, double y2, Colour colour) => Paint(x1, y1, x2, y2, colour, (_, _) => true);

    public void Disc(double x, double y, double radius, Colour colour) =>
        Paint(x - radius, y - radius, x + radius, y + radius, colour, (px, py) => ((px - x) * (px - x)) + ((py - y) * (py - y)) <= radius * radius);

    /// <summary>A Windows bitmap of 24 bits: rows from below, blue first, each row a multiple of four bytes.</summary>
    public byte[] ToBitmap()
    {
        const int Header = 54;
        int stride = ((width * 3) + 3) / 4 * 4;
        byte[] file = new byte[Header + (stride * height)];
        using (var writer = new BinaryWriter(new MemoryStream(file)))
        {
            writer.Write("BM"u8);
            int[] fields = [file.Length, 0, Header, 40, width, height, 1 + (24 << 16), 0, stride * height, 2835, 2835, 0, 0];
            foreach (int field in fields)
                writer.Write(field);
        }

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int c = 0; c < 3; c++)
                    file[Header + ((height - 1 - y) * stride) + (x * 3) + c] = _pixels[(((y * width) + x) * 3) + 2 - c];
            }
        }

        return file;
    }

    private void Paint(double x1, double y1, double x2, double y2, Colour colour, Func<double, double, bool> covers)
    {
        for (int y = Math.Max(0, (int)Math.Round(y1)); y < Math.Min(height, (int)Math.Round(y2)); y++)
        {
            for (int x = Math.Max(0, (int)Math.Round(x1)); x < Math.Min(width, (int)Math.Round(x2)); x++)
            {
                if (!covers(x + 0.5, y + 0.5))
                    continue;
                int at = ((y * width) + x) * 3;
                (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = ((byte)colour.Red, (byte)colour.Green, (byte)colour.Blue);
            }
        }
    }
}

/// <summary>SplitMix64: numbers in [0, 1) that depend on the seed alone, not on the version of .NET.</summary>
internal sealed class Numbers(ulong seed)
{
    private ulong _state = seed;

    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
