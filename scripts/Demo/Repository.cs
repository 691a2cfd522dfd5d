namespace Demo;

/// <summary>Places in the clone this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static DirectoryInfo DefaultOutput => new(Path.Combine(Root, "artifacts", "demo"));

    /// <summary>Sample values of a year.</summary>
    public static string Samples(int year) => Path.Combine(Root, "scripts", "samples", $"{year}");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) return folder.FullName;
        }

        throw new DemoException("This program does not stand below Pipeline.sln, where its samples would be found.");
    }
}
