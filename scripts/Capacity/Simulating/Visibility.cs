namespace Capacity.Simulating;

/// <summary>When a request to consolidate is shown to the function that works on it.</summary>
internal enum Visibility
{
    /// <summary>At once; as it is built.</summary>
    AtOnce,

    /// <summary>A minute after it was sent.</summary>
    Delayed,

    /// <summary>At the next full minute, together with all others of that minute.</summary>
    Gathered,
}
