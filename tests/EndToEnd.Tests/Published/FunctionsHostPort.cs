using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Published;

/// <summary>
/// The port on which the Functions host waits for its worker. It takes the worker's stream, asks which functions it has, and keeps the answer. Of the
/// protocol (gRPC, FunctionRpc.proto) it knows the three messages that takes, as bytes; the rest of the host is not played.
/// </summary>
internal sealed class FunctionsHostPort : IAsyncDisposable
{
    // Fields of StreamingMessage, as the tag bytes of a length-delimited field.
    private static readonly byte[] StartStream = [0xA2, 0x01];            // 20
    private static readonly byte[] MetadataRequest = [0xEA, 0x01];        // 29
    private static readonly byte[] MetadataResponse = [0xF2, 0x01];       // 30

    private readonly TaskCompletionSource<byte[]> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<byte[]> functions = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication port;

    private FunctionsHostPort(WebApplication port) => this.port = port;

    /// <summary>The message with which the worker says that it is up.</summary>
    public Task<byte[]> Started => started.Task;

    /// <summary>The message with which it names its functions.</summary>
    public Task<byte[]> Functions => functions.Task;

    /// <summary>How the host starts its worker.</summary>
    public string[] Arguments(string worker) =>
        ["--functions-uri", port.Urls.Single(), "--functions-request-id", "request", "--functions-worker-id", worker, "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture)];

    public static async Task<FunctionsHostPort> OpenAsync(string appFolder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var opened = new FunctionsHostPort(builder.Build());
        opened.port.MapPost("/AzureFunctionsRpcMessages.FunctionRpc/EventStream", context => opened.TalkAsync(context, appFolder));
        await opened.port.StartAsync();
        return opened;
    }

    public ValueTask DisposeAsync() => port.DisposeAsync();

    /// <summary>Whether the text stands in a message as a whole field.</summary>
    public static bool Holds(byte[] message, string text)
    {
        var field = Encoding.UTF8.GetBytes(text);
        return message.AsSpan().IndexOf([(byte)field.Length, .. field]) >= 0;
    }

    private async Task TalkAsync(HttpContext context, string appFolder)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.StartAsync();
        while (await ReceiveAsync(context.Request.Body) is { } message)
        {
            var content = Content(message);
            if (content.StartsWith(StartStream) && started.TrySetResult(message)) await SendAsync(context.Response.Body, Ask(appFolder));
            else if (content.StartsWith(MetadataResponse)) functions.TrySetResult(message);
        }
    }

    // What stands behind the request's id (field 1, if it is there). The tags alone could also stand in the text of a log message.
    private static ReadOnlySpan<byte> Content(byte[] message) => message is [0x0A, var length, ..] ? message.AsSpan(2 + length) : message;

    private static byte[] Ask(string appFolder)
    {
        var folder = Encoding.UTF8.GetBytes(appFolder);
        return [.. MetadataRequest, checked((byte)(folder.Length + 2)), 0x0A, checked((byte)folder.Length), .. folder];
    }

    // A gRPC message on the wire: not compressed, its length in four bytes, itself.
    private static async Task SendAsync(Stream body, byte[] message)
    {
        var head = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), message.Length);
        await body.WriteAsync((byte[])[.. head, .. message]);
        await body.FlushAsync();
    }

    private static async Task<byte[]?> ReceiveAsync(Stream body)
    {
        var head = new byte[5];
        if (await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        var message = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
        await body.ReadExactlyAsync(message);
        return message;
    }
}
