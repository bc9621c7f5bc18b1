namespace Tao.Specs.Common;

public enum WandBMode
{
    Online = 0,
    Offline = 1,
    Disabled = 2,
}
