namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates over epochs; every schedule is a function of the epoch and the rate that the group started with.</summary>
        public static class lr_scheduler
        {
            /// <summary>Times gamma every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * Math.Pow(gamma, epoch / step_size), last_epoch);

            /// <summary>Times gamma at each milestone.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * Math.Pow(gamma, milestones.Count(milestone => epoch >= milestone)), last_epoch);

            /// <summary>Times gamma every epoch.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * Math.Pow(gamma, epoch), last_epoch);

            /// <summary>Half a cosine from the start to eta_min over T_max epochs (Loshchilov and Hutter 2017, equation 5).</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => eta_min + (start - eta_min) * (1 + Math.Cos(Math.PI * epoch / T_max)) / 2, last_epoch);

            /// <summary>Times a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * lr_lambda(epoch), last_epoch);

            /// <summary>Times factor for the first total_iters epochs.</summary>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => epoch < total_iters ? start * factor : start, last_epoch);

            /// <summary>A straight line from start_factor to end_factor over total_iters epochs.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * (start_factor + (end_factor - start_factor) * Math.Min(epoch, total_iters) / total_iters), last_epoch);

            /// <summary>(1 - epoch / total_iters)^power of the start.</summary>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                => new(optimizer, (start, epoch) => start * Math.Pow(1 - (double)Math.Min(epoch, total_iters) / total_iters, power), last_epoch);

            /// <summary>Sets the groups' rates at its creation and at every <see cref="step()"/>.</summary>
            public sealed class LRScheduler
            {
                private readonly Optimizer _optimizer;
                private readonly Func<double, int, double> _rate;
                private int _epoch;

                internal LRScheduler(Optimizer optimizer, Func<double, int, double> rate, int lastEpoch)
                {
                    _optimizer = optimizer;
                    _rate = rate;
                    _epoch = lastEpoch;
                    step();
                }

                /// <summary>The rates that the last step set.</summary>
                public IEnumerable<double> get_last_lr() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>Goes to the next epoch.</summary>
                public void step() => step(null);

                /// <summary>Goes to an epoch, the next one by default.</summary>
                public void step(int? epoch)
                {
                    _epoch = epoch ?? _epoch + 1;
                    foreach (var group in _optimizer.ParamGroups) group.LearningRate = _rate(group.InitialLearningRate, _epoch);
                }
            }
        }
    }
}
