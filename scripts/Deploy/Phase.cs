namespace Deploy;

/// <summary>A part of the deployment that can be run, and run again, by itself.</summary>
internal enum Phase
{
    /// <summary>What subscription and directory need once: a resource provider, the app's registration.</summary>
    Prepare,

    /// <summary>Resource group, storage, app and everything about them, from the templates.</summary>
    Provision,

    /// <summary>Whether what the templates made is there: after a provisioning by another tool.</summary>
    Check,

    /// <summary>The app's code.</summary>
    Publish,

    /// <summary>The subscription that tells the app of uploads; it needs the code to be there.</summary>
    Events,

    /// <summary>A return goes through, as a clerk would send it.</summary>
    Smoke,
}
