namespace Tao.Runtime;

/// <summary>Whether batch statistics and dropout are active and gradients are recorded.</summary>
public enum ForwardMode
{
    Inference,
    Training,
}
