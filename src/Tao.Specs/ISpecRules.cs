namespace Tao.Specs;

/// <summary>A message whose fields must agree with each other. The binder calls it once per bound message, inner messages first.</summary>
public interface ISpecRules
{
    void Check(SpecRuleContext context);
}
