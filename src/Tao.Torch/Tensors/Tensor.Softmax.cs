namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>e^x / sum(e^x) along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => nn.functional.softmax(this, dim, dtype);

        /// <summary>log(softmax(x)) along a dimension.</summary>
        public Tensor log_softmax(long dim) => nn.functional.log_softmax(this, dim);
    }
}
