using System.Reflection;
using System.Runtime.Loader;

namespace Benchmarks.Reading;

/// <summary>Loads a peer with its own versions of the packages it shares with the pipeline.</summary>
internal sealed class PeerLoadContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly))
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    /// <summary>The peer's reading method, from its own project's output beside ours.</summary>
    public static Func<Stream, long> Reader(string peer)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(output.Parent!.Parent!.FullName, peer, output.Name, peer + ".dll");
        var type = new PeerLoadContext(assembly).LoadFromAssemblyPath(assembly).GetType($"Benchmarks.Reading.{peer}", throwOnError: true)!;
        return type.GetMethod("Read")!.CreateDelegate<Func<Stream, long>>();
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
