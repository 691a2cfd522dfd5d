namespace Deploy;

/// <summary>What a program said.</summary>
/// <param name="ExitCode">0 is success.</param>
/// <param name="Output">Its standard output; may hold secrets and is not printed.</param>
/// <param name="Error">Its standard error, without secrets.</param>
internal sealed record ToolAnswer(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;
}
