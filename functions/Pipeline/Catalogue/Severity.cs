namespace Pipeline.Catalogue;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>E 错误: the return is refused.</summary>
    Error,

    /// <summary>W 核实性: to be explained, never blocks.</summary>
    Warning,

    /// <summary>I 提示.</summary>
    Information,
}
