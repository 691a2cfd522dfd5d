using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Host.Local;

/// <summary>Log lines as <c>08:15:02 IngestReturn ok, 132 ms: 2023/430100/x.xlsx</c>. A signature never leaves the process, whoever logs a link.</summary>
internal sealed partial class PlainConsole(TimeProvider clock) : ConsoleFormatter(Formatter)
{
    public const string Formatter = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var mark = logEntry.LogLevel switch { LogLevel.Warning => "! ", >= LogLevel.Error => "!! ", _ => "" };
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        textWriter.WriteLine(Redact($"{time} {mark}{logEntry.Formatter(logEntry.State, logEntry.Exception)}"));
        if (logEntry.Exception is { } fault)
            textWriter.WriteLine(Redact(fault.ToString()));
    }

    internal static string Redact(string line) => Signature().Replace(line, "${name}=***");

    [GeneratedRegex(@"\b(?<name>sig|AccountKey|SharedAccessSignature)=[^&;\s""']+", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();
}
