using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>The sentence a finding on a document speaks of.</summary>
public static class FindingSentence
{
    internal const string Name = "句";

    /// <summary>The sentence, empty when the whole document is meant.</summary>
    public static string Of(Finding finding) => finding.Values.GetValueOrDefault(Name, "");

    /// <summary>The finding's message, with the sentence behind it.</summary>
    public static string Say(Finding finding) => Of(finding) is { Length: > 0 } sentence ? $"{finding.Message}（原文：“{sentence}”）" : finding.Message;
}
