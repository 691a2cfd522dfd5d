using Pipeline.Ledger;

namespace Host.Local.Validate;

/// <summary>Receipts as files, <c>{file}-回执.json</c>; two returns of one name get two receipts.</summary>
internal sealed class ReceiptFiles(string folder)
{
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Where it was written.</returns>
    public string Write(CheckedFile file)
    {
        Directory.CreateDirectory(folder);
        var number = names[file.Name] = names.GetValueOrDefault(file.Name) + 1;
        var path = Path.Combine(folder, number == 1 ? $"{file.Name}-回执.json" : $"{file.Name}-回执-{number}.json");
        File.WriteAllBytes(path, ReceiptJson.Write(file.Receipt));
        return path;
    }
}
