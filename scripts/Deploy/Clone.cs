namespace Deploy;

/// <summary>Places in the clone this program was built in.</summary>
internal static class Clone
{
    public static string Root { get; } = Find();

    public static string Infra(string file) => Path.Combine(Root, "infra", file);

    public static string Host => Path.Combine(Root, "functions", "Host");

    public static string Samples(int year) => Path.Combine(Root, "scripts", "samples", $"{year}");

    /// <summary>Everything this program writes.</summary>
    public static string Artifacts(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "deploy"));
        return Path.Combine(folder.FullName, name);
    }

    /// <summary>The intermediate files of the deployed build, which has other packages than the local one.</summary>
    public static string AzureBuild => Path.Combine(Root, "artifacts", "azure");

    /// <summary>A path as people in the clone's folder would type it.</summary>
    public static string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) return folder.FullName;
        }

        throw new DeployException("This program does not stand below Pipeline.sln; run it by scripts/deploy.sh or scripts/deploy.ps1.");
    }
}
