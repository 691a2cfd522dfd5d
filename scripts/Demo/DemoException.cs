namespace Demo;

/// <summary>Something the user of the demo can mend; the message says what, so no stack is printed.</summary>
internal sealed class DemoException(string message) : Exception(message);
