namespace Tao.Networks.Backbones;

/// <summary>
/// Names of a linear classification head. TAO's layer <c>predictions</c> is a dense layer with its softmax; here the dense layer's
/// parameters bear TAO's name, so that weights match by it, and the name of the value is left to the softmax.
/// </summary>
public static class BackboneHead
{
    public const string Scope = "predictions";

    public const string LogitsName = "predictions_logits";
}
