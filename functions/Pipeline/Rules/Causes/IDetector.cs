using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>Knows one kind of mistake by its trace in the numbers.</summary>
internal interface IDetector
{
    /// <summary>What probably happened; null unless the trace is exact.</summary>
    Cause? Detect(Discrepancy discrepancy, CauseContext context);
}
