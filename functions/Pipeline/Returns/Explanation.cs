namespace Pipeline.Returns;

/// <summary>What answers a question (W).</summary>
/// <param name="Text">As written.</param>
/// <param name="Source">By whom.</param>
public sealed record Explanation(string Text, ExplanationSource Source);

/// <summary>Who explained.</summary>
public enum ExplanationSource
{
    /// <summary>The unit itself, in 编报说明.</summary>
    Own,

    /// <summary>The province for all units.</summary>
    Provincial,
}
