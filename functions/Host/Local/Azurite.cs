using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Host.Settings;

namespace Host.Local;

/// <summary>An Azurite child process: started when nothing listens, stopped by whoever started it.</summary>
/// <remarks>The child watches its standard input (scripts/azurite/ends-with-parent.cjs). Disposing closes that pipe, and so does the operating system when this process is killed: either
/// way Azurite shuts down in order, as on SIGTERM. It is never killed while it has something to save; killed at once it loses writes it has acknowledged.</remarks>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan StopLimitInMemory = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly bool inMemory;
    private readonly ConcurrentQueue<string> said = new();

    private Azurite(Process process, bool inMemory)
    {
        this.process = process;
        this.inMemory = inMemory;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <returns>The child, ready to answer; null when something listened on the blob port already.</returns>
    /// <exception cref="CannotStartException">Node or the npm package is missing, or a port is taken.</exception>
    public static async Task<Azurite?> StartUnlessListeningAsync(LocalOptions options, CancellationToken cancellationToken = default)
    {
        if (await ListensAsync(options.BlobPort, cancellationToken))
            return null;
        var child = new Azurite(new Process { StartInfo = Command(options) }, options.InMemory);
        child.Launch();
        if (await child.AnswersAsync(options, cancellationToken))
            return child;
        var last = string.Join(Environment.NewLine, child.said);
        await child.DisposeAsync();
        // Another host may have been quicker: then its Azurite serves both.
        return await ListensAsync(options.BlobPort, cancellationToken) ? null : throw new CannotStartException($"Azurite did not start. It said:{Environment.NewLine}{last}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(inMemory ? StopLimitInMemory : StopLimit);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited && inMemory)
                process.Kill();
        }
        process.Dispose();
    }

    private static ProcessStartInfo Command(LocalOptions options)
    {
        var root = Root();
        var home = Path.Combine(root, "scripts", "azurite");
        var program = Path.Combine(home, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(program))
            throw new CannotStartException("Nothing listens on Local:BlobPort, and Azurite is not installed. Run: npm ci --prefix scripts/azurite");
        var data = Directory.CreateDirectory(Path.Combine(root, "artifacts", "azurite")).FullName;
        return new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                "--require", Path.Combine(home, "ends-with-parent.cjs"), program,
                "--silent", "--skipApiVersionCheck", "--disableTelemetry",
                "--blobPort", $"{options.BlobPort}", "--queuePort", $"{options.QueuePort}", "--tablePort", $"{options.TablePort}",
                // In memory it takes no --location; on disk it would use the working directory, which is set so that both leave nothing elsewhere.
                options.InMemory ? "--inMemoryPersistence" : $"--location={data}",
            },
            WorkingDirectory = data,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                return folder.FullName;
        }
        throw new CannotStartException("Nothing listens on Local:BlobPort, and this program does not stand below Pipeline.sln, where scripts/azurite would be found.");
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Launch()
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw new CannotStartException("Node.js 20 or later is not on the PATH; Azurite runs on it.", fault);
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> AnswersAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        for (var started = Stopwatch.StartNew(); started.Elapsed < StartLimit && !process.HasExited;)
        {
            // The table service starts last.
            if (await ListensAsync(options.TablePort, cancellationToken) && await ListensAsync(options.QueuePort, cancellationToken))
                return !process.HasExited;
            await Task.Delay(50, cancellationToken);
        }
        return false;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        while (said.Count > 20)
            said.TryDequeue(out _);
    }
}
