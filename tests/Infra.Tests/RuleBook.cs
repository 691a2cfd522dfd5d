using Infra.Tests.Rules;

namespace Infra.Tests;

/// <summary>All that must hold of the templates.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> All { get; } = [.. StorageRules.All, .. AccessRules.All, .. AppRules.All, .. WatchRules.All, .. EventRules.All];

    public static Rule Named(string name) => All.Single(r => r.Name == name);
}
