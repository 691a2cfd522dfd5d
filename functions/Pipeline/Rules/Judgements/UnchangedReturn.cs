using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A return that says what the one in force says. One that was sent back cannot stay as it was.</summary>
internal sealed class UnchangedReturn : IJudgement
{
    public string Rule => "R-D-06";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        if (subject.Circumstances is not { InForce: { } before, IsOutdated: false }) return;
        if (ChangedCells.Between(subject.Catalogue, before.Return, subject.Return).Any()) return;
        var sentBack = subject.Cover?.Values.GetValueOrDefault("TYPE") == TicketNumber.SentBack;
        var rule = subject.Catalogue.Rule(Rule);
        var finding = findings.Word(rule, Place.File, ("版本", before.Version.ToString(CultureInfo.InvariantCulture)));
        findings.Add(sentBack ? finding with { Severity = Severity.Error } : finding);
    }
}
