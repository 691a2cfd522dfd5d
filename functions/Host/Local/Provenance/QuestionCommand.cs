using System.CommandLine;
using Pipeline.Catalogue;

namespace Host.Local.Provenance;

/// <summary>A question to a report on the command line. Needs no storage and starts no host.</summary>
/// <param name="output">Takes the answer.</param>
/// <param name="error">Takes what stands in its way.</param>
internal abstract class QuestionCommand(TextWriter output, TextWriter error)
{
    /// <summary>Here is the answer.</summary>
    public const int Answered = 0;

    /// <summary>It could not be asked.</summary>
    public const int Failure = 1;

    /// <summary>There is no such figure or cell, or nothing changes.</summary>
    public const int Nothing = 2;

    protected const string Exits = "Exits 0 with an answer, 2 when there is nothing to answer, 1 when it cannot be asked.";

    public Task<int> InvokeAsync(IReadOnlyList<string> args)
    {
        var command = Define();
        command.SetAction(Run);
        return new RootCommand { command }.Parse(args).InvokeAsync(new() { Output = output, Error = error });
    }

    protected abstract Command Define();

    protected abstract int Answer(ParseResult given);

    /// <summary>A line of the answer: text of a return must not speak to the terminal.</summary>
    protected void Line(string text = "") => output.WriteLine(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));

    private int Run(ParseResult given)
    {
        try
        {
            return Answer(given);
        }
        catch (Exception fault) when (fault is CannotAnswerException or CatalogueException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(fault.Message);
            return Failure;
        }
    }
}
