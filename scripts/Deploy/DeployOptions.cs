namespace Deploy;

/// <summary>What to deploy, and how far.</summary>
/// <param name="Environment"><c>dev</c> or <c>prod</c>: whose parameter file is taken.</param>
/// <param name="Name">Takes the place of the parameter file's <c>name</c>.</param>
/// <param name="Location">Takes the place of the parameter file's <c>location</c>.</param>
/// <param name="Subscription">Name or id; null takes the one az has chosen.</param>
/// <param name="Phases">In the order in which they run.</param>
internal sealed record DeployOptions(string Environment, string? Name, string? Location, string? Subscription, IReadOnlyList<Phase> Phases)
{
    public static readonly IReadOnlyList<Phase> AllPhases = [Phase.Prepare, Phase.Provision, Phase.Publish, Phase.Events, Phase.Smoke];

    /// <summary>Object ids of those who get the app role reviewer besides whoever runs the script.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Whether somebody asked for the phases by name: then a registration that the parameter file gives is brought up to date too.</summary>
    public bool Named { get; init; }

    /// <summary>Print what would be done.</summary>
    public bool WhatIf { get; init; }

    /// <summary>With <see cref="WhatIf"/>: ask Azure too what would change.</summary>
    public bool Azure { get; init; }

    /// <summary>azd has provisioned: the outputs of the templates are environment variables.</summary>
    public bool Azd { get; init; }
}
