namespace Host.Settings;

/// <summary>The app cannot start for a reason that whoever runs it can mend; the message says how, so no stack is printed.</summary>
public sealed class CannotStartException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The message as the Functions host takes it for one: of what an app writes while it starts, it counts as errors only the lines that say so, and of these it shows the last three
    /// as the reason why the app ended. All of them are in its log.</summary>
    public string ErrorLines => string.Join(Environment.NewLine, Message.ReplaceLineEndings("\n").Split('\n').Select(line => $"Error: {line}"));
}
