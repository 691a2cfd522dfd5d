namespace Pipeline.Stages;

/// <summary>A blank return to be downloaded.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">The workbook.</param>
public sealed record TemplateFile(string Name, byte[] Content);
