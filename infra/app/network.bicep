// The app's own network. Only needed where the accounts are closed to the internet: the app must then come from an address they know.
param name string
param location string

@description('Range of the network, /24.')
param range string

@description('Whether the accounts get addresses in it.')
param privateEndpoints bool

var services = ['blob', 'queue', 'table']

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: [range] }
    subnets: [
      {
        // No underscore in this name: Flex Consumption takes none. One address for each instance at work, and some for updates.
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(range, 25, 0)
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
          // Without private endpoints the accounts know the app by this.
          serviceEndpoints: privateEndpoints ? [] : [{ service: 'Microsoft.Storage' }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: cidrSubnet(range, 26, 2), privateEndpointNetworkPolicies: 'Enabled' }
      }
    ]
  }
}

// In the network, an account's name leads to its private address.
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: if (privateEndpoints) {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: if (privateEndpoints) {
    parent: zones[i]
    name: 'app'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]
