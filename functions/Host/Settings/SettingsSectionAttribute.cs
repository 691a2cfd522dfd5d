namespace Host.Settings;

/// <summary>Options that are read from the app's settings.</summary>
/// <param name="name">What stands before <c>__</c> in their names; empty when they have names of their own.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SettingsSectionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
