using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>The codes of data (TAO2xxx), of training (TAO31xx) and of export (TAO4xxx), which other projects raise.</summary>
internal static class StageDiagnostics
{
    public static ImmutableArray<DiagnosticDescriptor> Data { get; } =
    [
        new("TAO2001", "The dataset folder is missing", "There is no such folder on this machine. Paths in specs are relative to the project; a mounts file maps container paths.", "Correct the path, or add a mount."),
        new("TAO2002", "There are too few classes", "A classifier tells at least two classes apart; a class is a folder directly below the dataset's root.", "Put the images of each class into a folder of their own."),
        new("TAO2003", "A class has no usable image", "The class folder is empty, or every file in it was left out.", "Add images, or remove the folder."),
        new("TAO2004", "The class map cannot be read", "A class map is a JSON object of class names and their indices.", "Write {\"first class\": 0, \"second class\": 1}."),
        new("TAO2005", "The class map's indices are wrong", "Every index is a whole number from 0 to the number of classes less one, and stands once.", "Number the classes from 0 without gaps."),
        new("TAO2006", "The class map does not fit the folders", "A class of the map has no folder, or a folder is not in the map.", "Give the map and the dataset the same classes."),
        new("TAO2007", "A file lies outside the class folders", "Files directly in the dataset's root belong to no class.", "Move the file into a class folder, or out of the dataset."),
        new("TAO2008", "A file is not named as an image", "Only files with an image's extension are read.", "Convert, rename or remove the file."),
        new("TAO2009", "There is no usable image", "No file below the folder is an image that can be read.", "Check the folder; images are named png, jpg, jpeg, bmp, ppm, tif or tiff."),
        new("TAO2010", "The image file is empty", "The file has no bytes, often because a download or a copy was interrupted.", "Fetch the file again, or remove it."),
        new("TAO2011", "The file is not an image", "Its first bytes are of no image format.", "Replace or remove the file."),
        new("TAO2012", "The image is cut off", "The file ends before the image does, often because a download or a copy was interrupted.", "Fetch the file again, or remove it."),
        new("TAO2013", "The image is damaged", "Its data contradicts itself, so pixels would be wrong.", "Replace or remove the file."),
        new("TAO2014", "The image has an unsupported form", "It is an image, of a kind that the decoder does not read.", "Convert it to PNG or JPEG."),
        new("TAO2015", "A file or folder cannot be read", "The operating system refused it.", "Check its permissions."),
        new("TAO2016", "The extension does not fit the content", "The file is named as one format and holds another; its content is read.", "Rename the file."),
        new("TAO2017", "Two files have the same content", "The same image counts twice, or stands in two classes.", "Delete one of the two."),
        new("TAO2018", "A linked folder is not followed", "Links below a class could lead in circles.", "Copy the images, or link the class folder itself."),
        new("TAO2019", "The label table cannot be read", "A label table is a CSV file with a header: a column of image names, then one column for each task.", "Correct the file."),
        new("TAO2020", "The sets have different classes", "Labels are indices of classes, so every set must list the same ones.", "Give every set the same class folders."),
        new("TAO2021", "The dataset index cannot be read", "The file that ConvertDataset wrote is missing or damaged.", "Run ConvertDataset again."),
        new("TAO2022", "An image is in two sets", "A model is flattered by images that it was trained on.", "Remove the image from one of the sets."),
        new("TAO2023", "A label is missing", "Every image of a label table has a value in every column.", "Fill in the cell, or remove the row."),
        new("TAO2024", "A TFRecord file is damaged", "Every record has a checksum of its length and one of its content. The record named is cut off or differs from them.", "Copy the file again, or convert the dataset again."),
        new("TAO2025", "Labels are not in their format", "The line, element or entry named cannot be read as what the format asks for.", "Write it as the message says."),
        new("TAO2026", "A box has no area", "The right edge must lie right of the left one, and the lower edge below the upper one. The object is left out.", "Correct the box, or remove the object."),
        new("TAO2027", "A box reaches beyond its image", "Only the part inside the image counts; a box wholly outside is left out. A pixel too far is not reported.", "Correct the box. If many are affected, the image was resized and its labels were not."),
        new("TAO2028", "An image or its labels are missing", "An image is trained on together with its labels. What has no partner is left out.", "Add the missing file. An empty label file says that there is nothing on the image."),
        new("TAO2029", "The labels lack a class of the spec", "A class that no object has cannot be learnt. Often the name is misspelled.", "Correct target_class_mapping; the message lists the classes that there are."),
        new("TAO2030", "The spec lacks a class of the labels", "Its objects are left out, and what shows them counts as background.", "Add the class to target_class_mapping, if it is to be found."),
        new("TAO2031", "A class is spelled in two ways", "Upper and lower case and spaces do not distinguish classes.", "Nothing needs to be done."),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Training { get; } =
    [
        new("TAO3101", "The loss is not finite", "Training diverged: the weights have become useless.", "Lower the learning rate, or check the data."),
        new("TAO3102", "A file that the stage reads is missing", "An earlier stage was not run, its output was removed, or a path is wrong.", "Run the earlier stage, or correct the path."),
        new("TAO3103", "The model and the data have different classes", "Outputs and labels must mean the same classes in the same order.", "Use the model's classes, or train a model for these."),
        new("TAO3104", "The model cannot be pruned this way", "A layer stands in the way, or a setting does not fit the network.", "Exclude the layers that the message names."),
        new("TAO3105", "There is nothing to resume", "Resuming was required, but there is no checkpoint of an equal run.", "Set resume to auto."),
        new("TAO3106", "There are no images to classify", "The folder holds no image that can be read.", "Name an image, or a folder that holds images."),
        new("TAO3108", "Quantisation-aware training has no model to start from", "It folds batch norms and rounds values, which ruins a network that has not learned yet.", "Train in float first; set enable_qat in the spec for retraining, or name the trained model in pretrained_model_path."),
        new("TAO3109", "A model trained for 8 bits is to be trained in float", "Its batch norms are folded and its weights fit the rounding; float training would undo what it learned.", "Set enable_qat: true, or start from the float model."),
        new("TAO3110", "A model trained for 8 bits cannot be pruned", "Its ranges belong to the channels that pruning would remove.", "Prune the float model, then retrain the pruned one with enable_qat: true."),
        new("TAO3111", "The data changed during a run", "A file that the stage reads is not as it was when the stage began. The result would be recorded as that of data which it never saw whole, so it is not recorded at all.", "Build again when the files are at rest; a training goes on from its checkpoint where it can."),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Export { get; } =
    [
        new("TAO4001", "The exported file does not reproduce the model", "ONNX Runtime's outputs differ from the trained model's by more than 1e-4 on real images; the file was not kept.", "Report it with the model: it is a bug of the exporter."),
        new("TAO4002", "There are no images to calibrate on", "Ranges are measured on real images, never on random numbers.", "Name a folder of images like those the model will see."),
        new("TAO4003", "The model does not say how images are prepared", "It was not made by a training stage of this SDK.", "Use a model that has its preprocessing."),
        new("TAO4004", "A layer cannot be kept in float", "float_layers names a layer that is not there or has nothing in 8 bits, or it names all.", "Take the names from the message, or from int8_layers.csv."),
        new("TAO4005", "The 8-bit model loses more than the budget", "Even with half of its layers in float the metric stays below the float model's less metric_budget. The best model found was written.", "Raise the budget, correct biases, calibrate otherwise, or train with enable_qat."),
        new("TAO4101", "A gate failed", "A metric of the build is beyond the bound that the project sets; the message has both numbers. The model stays where its stages left it, and is not published.", "Improve the model, or change the gate in the project; of a baseline, 'dotnet build -t:UpdateBaseline' takes this build's metrics for the new one."),
        new("TAO4102", "A gate's metric does not exist", "No stage of the build, or not the one named, measures it. A gate without its metric fails: else a misspelt one would always pass.", "Use one of the metrics that the message lists."),
        new("TAO4103", "A gate makes no sense", "It has no bound, a bound that is no number, or nothing to compare with; or its baseline cannot be read.", "Write the gate as the message says."),
        new("TAO4104", "A gate has no baseline to compare with", "The file does not exist, or lacks the metric.", "Run 'dotnet build -t:UpdateBaseline' and commit the file."),
    ];
}
