namespace EndToEnd.Tests.Scripts;

/// <summary>How a script ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Said">Lines on standard output.</param>
/// <param name="Complained">Lines on standard error.</param>
/// <param name="Calls">The programs it called, each with its words in brackets.</param>
internal sealed record ScriptRun(int Code, IReadOnlyList<string> Said, IReadOnlyList<string> Complained, IReadOnlyList<string> Calls);
