namespace Tao.Runtime.Tests.Optimization;

/// <summary>Keras' update rules for one weight, in double precision, as its documentation writes them.</summary>
/// <param name="rule">The change of the weight from (gradient, rate, step from 1).</param>
/// <param name="decay">The rate is divided by 1 + decay · steps done.</param>
public sealed class OptimizerReference(Func<double, double, int, double> rule, double decay = 0)
{
    private int _steps;

    public double Next(double weight, double gradient, double rate)
    {
        var decayed = rate / (1 + (decay * _steps));
        _steps++;
        return weight + rule(gradient, decayed, _steps);
    }

    public static Func<double, double, int, double> Sgd(double momentum, bool nesterov)
    {
        double velocity = 0;
        return (gradient, rate, _) =>
        {
            velocity = (momentum * velocity) - (rate * gradient);
            return nesterov ? (momentum * velocity) - (rate * gradient) : velocity;
        };
    }

    public static Func<double, double, int, double> Adam(double beta1, double beta2, double epsilon, bool amsGrad)
    {
        double mean = 0, square = 0, largest = 0;
        return (gradient, rate, step) =>
        {
            mean = (beta1 * mean) + ((1 - beta1) * gradient);
            square = (beta2 * square) + ((1 - beta2) * gradient * gradient);
            largest = Math.Max(largest, square);
            var corrected = rate * Math.Sqrt(1 - Math.Pow(beta2, step)) / (1 - Math.Pow(beta1, step));
            return -corrected * mean / (Math.Sqrt(amsGrad ? largest : square) + epsilon);
        };
    }

    public static Func<double, double, int, double> RmsProp(double rho, double momentum, double epsilon, bool centered)
    {
        double square = 0, center = 0, moving = 0;
        return (gradient, rate, _) =>
        {
            square = (rho * square) + ((1 - rho) * gradient * gradient);
            center = centered ? (rho * center) + ((1 - rho) * gradient) : 0;
            var variance = square - (center * center);
            if (momentum == 0)
                return -rate * gradient / (Math.Sqrt(variance) + epsilon);
            moving = (momentum * moving) + (rate * gradient / Math.Sqrt(variance + epsilon));
            return -moving;
        };
    }
}
