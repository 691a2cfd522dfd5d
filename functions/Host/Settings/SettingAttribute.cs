namespace Host.Settings;

/// <summary>A property that an operator sets.</summary>
/// <param name="meaning">What it says, for the README's table.</param>
/// <param name="setBy">Who sets it.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute(string meaning, SetBy setBy) : Attribute
{
    public string Meaning { get; } = meaning;

    public SetBy SetBy { get; } = setBy;
}
