namespace Tao.Specs;

public enum SpecFieldShape
{
    Single,
    Repeated,
    Map,
}
