using Pipeline.Reports.Proof;
using Pipeline.Reports.Refresh;

namespace Host.Local.Refresh;

/// <summary>A refresh as it is shown, done here or by a host.</summary>
internal sealed record RefreshOutcome(byte[] Document, IReadOnlyList<OutcomeChange> Changes, IReadOnlyList<OutcomeFinding> Findings)
{
    public static RefreshOutcome Of(RefreshedReport report) => new(
        report.Document,
        [.. report.Changes.Select(c => new OutcomeChange(c.Id, c.Label, c.From, c.To, c.Sentence))],
        [.. report.Findings.Select(f => new OutcomeFinding(f.Message, FindingSentence.Of(f)))]);
}

/// <summary>A figure that reads differently.</summary>
internal sealed record OutcomeChange(string Id, string Label, string From, string To, string Sentence);

/// <summary>Something that contradicts the data, with its sentence.</summary>
internal sealed record OutcomeFinding(string Message, string Sentence);
