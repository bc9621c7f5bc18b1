using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Something whose learning rate can be read and set.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate it was made with; schedules start from it.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something with a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum of the next step.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something with two decay rates.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the next step.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Updates parameters from their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with a learning rate.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            /// <summary>All parameters of all groups.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Forgets all gradients.</summary>
            public abstract void zero_grad();

            /// <summary>One update. The closure, where given, works out the loss and the gradients again and its loss is returned.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Adds a group.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Releases the state, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the state.</summary>
            protected abstract void Dispose(bool disposing);
        }

        /// <summary>Stochastic gradient descent with momentum (torch.optim.SGD's form: buf = momentum * buf + g, w -= lr * buf).</summary>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent with momentum (torch.optim.SGD's form: buf = momentum * buf + g, w -= lr * buf).</summary>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            => new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent with momentum (torch.optim.SGD's form: buf = momentum * buf + g, w -= lr * buf).</summary>
        public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Adam (Kingma and Ba 2015), weight decay added to the gradient.</summary>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2015), weight decay added to the gradient.</summary>
        public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba 2015), weight decay added to the gradient.</summary>
        public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
        public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
        public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>RMSprop (torch.optim.RMSprop's form).</summary>
        public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop (torch.optim.RMSprop's form).</summary>
        public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            => new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop (torch.optim.RMSprop's form).</summary>
        public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            => new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
    }
}
