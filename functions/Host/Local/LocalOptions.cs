using System.ComponentModel.DataAnnotations;
using Host.Settings;
using Microsoft.Extensions.Configuration;

namespace Host.Local;

/// <summary>Settings of the embedded host, from the environment (<c>Local__BlobPort</c>) or the command line (<c>--Local:BlobPort=10000</c>).</summary>
public sealed record LocalOptions
{
    /// <summary>Where HTTP functions answer; port 0 takes a free one.</summary>
    [Required(ErrorMessage = "Local:Url is empty.")]
    [RegularExpression(@"http://[^/]+:\d+/?", ErrorMessage = "Local:Url must look like http://127.0.0.1:7071.")]
    public string Url { get; init; } = "http://127.0.0.1:7071";

    [Range(1, 65535, ErrorMessage = "Local:BlobPort must be a port, 1 to 65535.")]
    public int BlobPort { get; init; } = 10000;

    [Range(1, 65535, ErrorMessage = "Local:QueuePort must be a port, 1 to 65535.")]
    public int QueuePort { get; init; } = 10001;

    [Range(1, 65535, ErrorMessage = "Local:TablePort must be a port, 1 to 65535.")]
    public int TablePort { get; init; } = 10002;

    /// <summary>An Azurite that this host starts keeps nothing on disk.</summary>
    public bool InMemory { get; init; }

    /// <exception cref="CannotStartException">A setting is wrong; the message names it.</exception>
    public static LocalOptions Read(IConfiguration configuration)
    {
        try
        {
            return (configuration.GetSection("Local").Get<LocalOptions>() ?? new()).Checked();
        }
        catch (InvalidOperationException wrongType)
        {
            throw new CannotStartException(wrongType.Message, wrongType);
        }
    }

    /// <exception cref="CannotStartException">A setting is wrong; the message names it.</exception>
    public LocalOptions Checked()
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(this, new(this), faults, validateAllProperties: true)
            ? this
            : throw new CannotStartException(string.Join(' ', faults.Select(f => f.ErrorMessage)));
    }
}
