namespace EndToEnd.Tests.Deploy;

/// <summary>Tests that run the script as far as it writes: what it compiles and packs goes to one folder of the clone.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "deploy script";
}
