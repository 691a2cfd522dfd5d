namespace Infra.Tests;

/// <param name="ExitCode">0 also with warnings.</param>
/// <param name="Output">What was asked for.</param>
/// <param name="Remarks">Warnings and errors, one a line.</param>
internal sealed record BicepAnswer(int ExitCode, string Output, string Remarks);
