using Microsoft.AspNetCore.Http;

namespace Host.Access;

/// <summary>Who sends a request. The one seam between the genuine host and the embedded one.</summary>
public interface ICallers
{
    /// <summary>The caller, or null when nobody known.</summary>
    Caller? Find(HttpRequest request);
}
