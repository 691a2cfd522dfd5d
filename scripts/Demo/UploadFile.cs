namespace Demo;

/// <summary>A return to be uploaded.</summary>
/// <param name="Unit">Unit it is uploaded for.</param>
/// <param name="Name">File name of the upload.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record UploadFile(string Unit, string Name, byte[] Content);
