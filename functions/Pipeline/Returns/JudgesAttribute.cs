namespace Pipeline.Returns;

/// <summary>Marks the class that judges a rule of the catalogue which is no expression.</summary>
/// <param name="rule">Rule number.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class JudgesAttribute(string rule) : Attribute
{
    /// <summary>Rule number.</summary>
    public string Rule => rule;
}
