using Models;

// Prints what the model of ../ssd finds on each image that is named.
using var model = new Ssd();
foreach (var path in args)
{
    Console.WriteLine(path);
    foreach (var found in model.Predict(path))
        Console.WriteLine($"  {found.Label} {found.Score:P0} at {found.Box}");
}
