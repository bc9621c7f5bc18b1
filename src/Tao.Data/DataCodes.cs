namespace Tao.Data;

/// <summary>The codes of data problems (TAO2xxx).</summary>
public static class DataCodes
{
    /// <summary>The dataset folder does not exist or cannot be listed.</summary>
    public const string FolderMissing = "TAO2001";

    /// <summary>Fewer than two class folders.</summary>
    public const string TooFewClasses = "TAO2002";

    /// <summary>A class without any usable image.</summary>
    public const string EmptyClass = "TAO2003";

    /// <summary>The class map is no JSON object of names and whole numbers.</summary>
    public const string ClassMapUnreadable = "TAO2004";

    /// <summary>A class map index is out of range or given twice.</summary>
    public const string ClassMapIndex = "TAO2005";

    /// <summary>The class map and the folders name different classes.</summary>
    public const string ClassMapMismatch = "TAO2006";

    /// <summary>A file beside the class folders.</summary>
    public const string FileOutsideClass = "TAO2007";

    /// <summary>A file whose extension is not an image's.</summary>
    public const string OtherExtension = "TAO2008";

    /// <summary>No usable image is left.</summary>
    public const string NoImages = "TAO2009";

    /// <summary>An image file without bytes.</summary>
    public const string EmptyFile = "TAO2010";

    /// <summary>A file with an image's name and other content.</summary>
    public const string NotAnImage = "TAO2011";

    /// <summary>An image that ends too early.</summary>
    public const string TruncatedImage = "TAO2012";

    /// <summary>An image whose content is damaged.</summary>
    public const string CorruptImage = "TAO2013";

    /// <summary>An image of a kind that is not read.</summary>
    public const string UnsupportedImage = "TAO2014";

    /// <summary>A file or folder that the system refuses to read.</summary>
    public const string AccessDenied = "TAO2015";

    /// <summary>An image whose extension names another format than its content.</summary>
    public const string WrongExtension = "TAO2016";

    /// <summary>Two files with the same bytes.</summary>
    public const string DuplicateContent = "TAO2017";

    /// <summary>A linked folder below a class, which is not followed.</summary>
    public const string LinkedFolder = "TAO2018";

    /// <summary>The label table is no CSV file of image names and labels.</summary>
    public const string LabelTableUnreadable = "TAO2019";

    /// <summary>Two splits list different classes.</summary>
    public const string SplitClassMismatch = "TAO2020";

    /// <summary>The dataset index cannot be read.</summary>
    public const string IndexUnreadable = "TAO2021";

    /// <summary>An image that is in two splits.</summary>
    public const string SplitOverlap = "TAO2022";

    /// <summary>A row of the label table with an empty cell.</summary>
    public const string LabelMissing = "TAO2023";

    /// <summary>A record of a TFRecord file is cut off or does not fit its checksum.</summary>
    public const string RecordDamaged = "TAO2024";

    /// <summary>A line, element or entry of a label file that is not in its format.</summary>
    public const string LabelLine = "TAO2025";

    /// <summary>A box without width or height.</summary>
    public const string BoxWithoutArea = "TAO2026";

    /// <summary>A box that reaches beyond its image.</summary>
    public const string BoxOutside = "TAO2027";

    /// <summary>An image without labels, or labels without an image.</summary>
    public const string PartnerMissing = "TAO2028";

    /// <summary>A class of the spec that no label has.</summary>
    public const string ClassAbsent = "TAO2029";

    /// <summary>A class of the labels that the spec does not name.</summary>
    public const string ClassUnmapped = "TAO2030";

    /// <summary>A class that the labels and the spec spell differently.</summary>
    public const string ClassSpelling = "TAO2031";
}
