namespace Tao.Objectives.Detection;

/// <summary>How the area under a precision-recall curve is taken.</summary>
public enum AveragePrecisionMode
{
    /// <summary>Mean of the envelope at the recalls 0, 0.1 … 1 (Pascal VOC up to 2009).</summary>
    Sample,

    /// <summary>The area under the envelope (Pascal VOC from 2010 on).</summary>
    Integrate,

    /// <summary>Mean of the envelope at the recalls 0, 0.01 … 1 (COCO).</summary>
    Coco,
}
