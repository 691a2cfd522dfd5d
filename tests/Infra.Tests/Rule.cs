namespace Infra.Tests;

/// <summary>What must hold of the templates.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Defects">Where it does not hold; nothing when it does.</param>
internal sealed record Rule(string Name, Func<Template, IEnumerable<string>> Defects);
