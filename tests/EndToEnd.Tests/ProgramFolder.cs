namespace EndToEnd.Tests;

/// <summary>A folder to be the whole PATH of a script: genuine tools, and programs of our own that write down in <c>calls</c> how they were called.</summary>
internal sealed class ProgramFolder : IDisposable
{
    /// <param name="tools">Tools of this machine, those of them that it has.</param>
    public ProgramFolder(params string[] tools)
    {
        foreach (var tool in tools)
        {
            if (Programs.Find(tool) is { } path) File.CreateSymbolicLink(Path.Combine(Folder, tool), path);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("programs-").FullName;

    /// <summary>Puts a program of our own there.</summary>
    public void Add(string name, string content) => Programs.Write(Path.Combine(Folder, name), content);

    /// <summary>The calls since the last look.</summary>
    public IReadOnlyList<string> TakeCalls()
    {
        var file = Path.Combine(Folder, "calls");
        var calls = File.Exists(file) ? File.ReadAllLines(file) : [];
        File.Delete(file);
        return calls;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
