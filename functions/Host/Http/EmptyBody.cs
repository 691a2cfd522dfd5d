namespace Host.Http;

/// <summary><c>{}</c>: what is wanted is said by the route alone. A body is asked for all the same, because a page of another site can have a browser post an empty request in
/// its user's name, but not JSON.</summary>
internal sealed record EmptyBody;
